import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, getHistory, getHosts } from './rest'

afterEach(() => { vi.unstubAllGlobals() })

function answer(body: string, status = 200): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(new Response(body, { status }))
  })
  return asked
}

const query = { host: 'web-1', metrics: ['cpu.utilization', 'disks[a b].utilization'], from: 0, to: 60_000, points: 600 }

describe('the REST client', () => {
  it('asks for metrics by their paths and puts the answer in the order of the question', async () => {
    const asked = answer(
      JSON.stringify({
        from: 0,
        until: 60_000,
        tier: 'raw',
        time: [1, 2],
        series: [{ host: 'web-1', metric: 'disks[a b].utilization', min: [0, 0], avg: [0.1, null], max: [1, 1] }],
        gaps: [{ host: 'web-1', from: '1970-01-01T00:00:01Z', to: 2000, reason: 'missing' }],
      }),
    )
    expect(await getHistory(query)).toEqual({
      time: [1, 2],
      columns: [
        [null, null],
        [0.1, null],
      ],
      gaps: [{ host: 'web-1', from: 1000, to: 2000, reason: 'missing' }],
    })
    const parameters = new URL(asked[0] ?? '', 'http://x').searchParams
    expect(parameters.getAll('metric')).toEqual(query.metrics)
    expect(parameters.get('to')).toBe('1970-01-01T00:01:00.000Z')
  })

  it('gives the words of a problem', async () => {
    answer('{"title":"Bad Request","detail":"to is before from","status":400}', 400)
    await expect(getHistory(query)).rejects.toEqual(new ApiError(400, 'Bad Request', 'to is before from'))
  })

  it('copes with an error that is no problem document', async () => {
    answer('<html>', 502)
    await expect(getHosts()).rejects.toMatchObject({ status: 502, title: 'HTTP 502' })
  })

  it('says so when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(getHosts()).rejects.toMatchObject({ status: 0, message: expect.stringContaining('does not answer') as string })
  })
})
