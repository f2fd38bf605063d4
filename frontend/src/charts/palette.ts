import { createSharedComposable } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import { useTheme } from '@/components/theme'
import type { Colour } from '@/families/types'

const COLOURS: readonly Colour[] = ['blue', 'orange', 'green', 'purple', 'yellow', 'pink', 'red', 'grey']
const HEAT = ['low', 'middle', 'high'] as const

/** The theme's colours as a canvas wants them. */
export interface Palette {
  axis: string
  grid: string
  gap: string
  surface: string
  text: string
  font: string
  series: Record<Colour, string>
  heat: readonly [string, string, string]
}

export const usePalette: () => ComputedRef<Palette> = createSharedComposable(() => {
  const { shown } = useTheme()
  return computed(() => readPalette(shown.value))
})

function readPalette(_theme: string | undefined): Palette {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const palette: Palette = {
    axis: colour('chart-axis'),
    grid: colour('chart-grid'),
    gap: colour('chart-gap'),
    surface: colour('surface'),
    text: colour('text'),
    font: getComputedStyle(document.body).fontFamily,
    series: Object.fromEntries(COLOURS.map((name) => [name, colour(`series-${name}`)])) as Record<Colour, string>,
    heat: HEAT.map((name) => colour(`heat-${name}`)) as unknown as Palette['heat'],
  }
  probe.remove()
  return palette
}
