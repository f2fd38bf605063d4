import { createSharedComposable, useColorMode } from '@vueuse/core'
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

/** `store` is what was chosen, `state` what is shown: light or dark. */
export const useTheme = createSharedComposable(() =>
  useColorMode({
    attribute: 'data-theme',
    storageKey: 'perfwatch-theme',
    // It would put a style element into the page, which the content security policy forbids.
    disableTransition: false,
  }),
)
