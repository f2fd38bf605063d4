import { createPinia, disposePinia, setActivePinia } from 'pinia'
import { createApp, nextTick, type App, type Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { onTestFinished } from 'vitest'

export interface Mounted {
  element: HTMLElement
  router: Router
}

/** A component in a page of its own, taken away after the test. */
export async function mount(
  component: Component,
  props: Record<string, unknown> = {},
  { at = '/', prepare }: { at?: string; prepare?: (app: App) => void } = {},
): Promise<Mounted> {
  const element = document.createElement('div')
  document.body.append(element)
  const nowhere = { template: '' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'fleet', component: nowhere },
      { path: '/hosts/:host', name: 'host', component: nowhere },
    ],
  })
  await router.push(at)
  const pinia = createPinia()
  setActivePinia(pinia)
  const app = createApp(component, props).use(pinia).use(router)
  prepare?.(app)
  app.mount(element)
  onTestFinished(() => {
    app.unmount()
    // Stores that ask again and again would ask on in the next test.
    disposePinia(pinia)
    element.remove()
  })
  await nextTick()
  return { element, router }
}

/** Runs a composable as a component would. */
export async function setup<T>(composable: () => T, prepare?: (app: App) => void): Promise<T> {
  let result: T | undefined
  await mount({ setup: () => { result = composable(); return () => null } }, {}, prepare ? { prepare } : {})
  return result as T
}
