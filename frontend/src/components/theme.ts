import { createSharedComposable, useColorMode } from '@vueuse/core'

export type Theme = 'auto' | 'light' | 'dark'

/** `store` is what was chosen, `state` what is shown: light or dark. */
export const useTheme = createSharedComposable(() =>
  useColorMode({
    attribute: 'data-theme',
    storageKey: 'perfwatch-theme',
    // It would put a style element into the page, which the content security policy forbids.
    disableTransition: false,
  }),
)
