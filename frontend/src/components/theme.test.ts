// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { defineComponent, h, nextTick, watch } from 'vue'
import { mount } from '@/testing/mount'
import { useTheme } from './theme'

it('says what is shown once the style is so, for who reads its colours', async () => {
  const seen: unknown[] = []
  const Reader = defineComponent(() => {
    const { store, shown } = useTheme()
    watch(shown, (theme) => seen.push([theme, document.documentElement.dataset.theme]), { flush: 'sync' })
    return () => h('button', { onClick: () => { store.value = 'dark' } })
  })
  const { element } = await mount(Reader, {})
  element.querySelector('button')?.click()
  await nextTick()
  expect(seen.at(-1)).toEqual(['dark', 'dark'])
})
