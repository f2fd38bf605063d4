// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { eventually } from '@/testing/eventually'
import { mount } from '@/testing/mount'
import LoginView from './LoginView.vue'

afterEach(() => { vi.unstubAllGlobals() })

function gateway(status: number): void {
  vi.stubGlobal('fetch', ({ url }: Request) =>
    Promise.resolve(url.endsWith('/login') ? new Response(status === 204 ? null : '{}', { status }) : Response.json({ authentication: 'form', user: 'ada', role: 'viewer' })),
  )
}

async function signIn(element: HTMLElement, until: () => void): Promise<void> {
  for (const field of element.querySelectorAll('input')) {
    field.value = 'x'
    field.dispatchEvent(new Event('input'))
  }
  element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await eventually(until)
}

it('goes back to the page that asked for it', async () => {
  gateway(204)
  const { element, router } = await mount(LoginView, {}, { at: '/?next=/hosts/web-1?range=1h' })
  await signIn(element, () => { expect(router.currentRoute.value.fullPath).toBe('/hosts/web-1?range=1h') })
})

it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])('never goes to %s', async (next) => {
  gateway(204)
  const { element, router } = await mount(LoginView, {}, { at: `/?next=${encodeURIComponent(next)}` })
  await signIn(element, () => { expect(router.currentRoute.value.fullPath).toBe('/') })
})

it.each([[401, 'The name or the password is wrong.'], [429, 'Too many attempts.']])('says what went wrong (%d)', async (status, words) => {
  gateway(status)
  const { element } = await mount(LoginView)
  await signIn(element, () => { expect(element.querySelector('[role=alert]')?.textContent ?? '').toContain(words) })
  expect(element.querySelector<HTMLInputElement>('[type=password]')?.value).toBe('')
})
