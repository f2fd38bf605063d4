import { createSharedComposable, useColorMode } from '@vueuse/core'
import { shallowRef } from 'vue'
import type { IconName } from './AppIcon.vue'

export type Theme = 'auto' | 'light' | 'dark'

interface ThemeWords {
  value: Theme
  title: string
  icon: IconName
}

export const THEMES: readonly [ThemeWords, ...ThemeWords[]] = [
  { value: 'auto', title: 'System', icon: 'system' },
  { value: 'light', title: 'Light', icon: 'light' },
  { value: 'dark', title: 'Dark', icon: 'dark' },
]

/** `store` is what was chosen, `shown` what the page's style is by now: light or dark. */
export const useTheme = createSharedComposable(() => {
  const shown = shallowRef<string>()
  const { store } = useColorMode({
    attribute: 'data-theme',
    storageKey: 'perfwatch-theme',
    // It would put a style element into the page, which the content security policy forbids.
    disableTransition: false,
    // Who reads the style's colours has to wait for it.
    onChanged: (mode, change) => {
      change(mode)
      shown.value = mode
    },
  })
  return { store, shown }
})
