import { useEventListener } from '@vueuse/core'

export type Shortcuts = Readonly<Record<string, () => void>>

/** What the keys do, for the help; each page listens to its own. */
export const KEYS: readonly { title: string; keys: readonly { key: string; what: string }[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      { key: '/', what: 'Search' },
      { key: 'g', what: 'Go to a host, a page or a chart' },
      { key: '?', what: 'This help' },
      { key: 'Esc', what: 'Close what is open, take the cursor away' },
    ],
  },
  {
    title: 'On the time axis',
    keys: [
      { key: '← →', what: 'Earlier, later; on a chart: move the cursor' },
      { key: '+ −', what: 'Less time, more time' },
      { key: 'l', what: 'Back to live' },
      { key: 'c', what: 'Compare with yesterday, or not' },
      { key: 'Drag', what: 'Zoom all charts into a time' },
      { key: 'Ctrl or ⌘ and scroll', what: 'Zoom about the cursor; with Shift earlier and later' },
      { key: 'Click, Enter', what: 'Keep the cursor: processes of that time, a note' },
    ],
  },
]

/** Listens while the component lives; not while something is typed, nor while a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
    const action = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined
    if (!action) return
    event.preventDefault()
    action()
  })
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return true
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
}
