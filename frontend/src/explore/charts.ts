import type { LocationQuery } from 'vue-router'

/** A metric of a host; `[*]` in the path means all its devices. */
export interface Pick {
  host: string
  path: string
}

/** What is on the page: charts, each with what is drawn on it. */
export type Charts = readonly (readonly Pick[])[]

const MOST = 200

/** `s=0:web-1:cpu.utilization` once for each pick: the number of its chart, the host, the path, which may contain anything. */
export function readCharts(query: LocationQuery): Charts {
  const charts: Pick[][] = []
  for (const text of [query.s ?? []].flat().slice(0, MOST)) {
    const [, index, host, path] = /^(\d{1,2}):([^:]+):(.+)$/s.exec(text ?? '') ?? []
    if (index === undefined || host === undefined || path === undefined) continue
    ;(charts[Number(index)] ??= []).push({ host, path })
  }
  return charts.filter((chart) => chart.length > 0)
}

export function writeCharts(charts: Charts): string[] {
  return charts.filter((chart) => chart.length > 0).flatMap((chart, index) => chart.map(({ host, path }) => `${index}:${host}:${path}`))
}

/** @param chart number of the chart; one more than there are for a new one */
export function addPicks(charts: Charts, chart: number, picks: readonly Pick[]): Charts {
  const existing = charts[chart] ?? []
  const added = picks.filter((pick) => !existing.some((each) => each.host === pick.host && each.path === pick.path))
  return [...charts.slice(0, chart), [...existing, ...added], ...charts.slice(chart + 1)]
}

export function removePick(charts: Charts, chart: number, pick: Pick): Charts {
  return charts.map((picks, index) => (index === chart ? picks.filter((each) => each !== pick) : picks)).filter((picks) => picks.length > 0)
}

export function removeChart(charts: Charts, chart: number): Charts {
  return charts.filter((_, index) => index !== chart)
}
