// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, onRefused } from './client'
import { getHistory } from './history'
import { forgetHost, getHosts, login, logout, processesOf } from './rest'

afterEach(() => { vi.unstubAllGlobals() })

function answer(body: string | null, status = 200): Request[] {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request)
    return Promise.resolve(new Response(body, { status }))
  })
  return asked
}

const query = { host: 'web-1', metrics: ['cpu.utilization', 'disks[a b].utilization'], from: 0, to: 60_000, points: 600 }

describe('the REST client', () => {
  it('asks for metrics by their paths and puts the answer in the order of the question', async () => {
    const asked = answer(
      JSON.stringify({
        from: '1970-01-01T00:00:00Z',
        until: '1970-01-01T00:01:00Z',
        tier: 'raw',
        time: [1, 2],
        series: [{ host: 'web-1', metric: 'disks[a b].utilization', min: [0, 0], avg: [0.1, null], max: [1, 1] }],
        gaps: [{ host: 'web-1', from: '1970-01-01T00:00:01Z', to: '1970-01-01T00:00:02Z', reason: 'missing' }],
      }),
    )
    expect(await getHistory(query)).toEqual({
      time: [1, 2],
      columns: [
        [null, null],
        [0.1, null],
      ],
      gaps: [{ from: 1000, to: 2000, reason: 'missing' }],
    })
    const parameters = new URL(asked[0]?.url ?? '').searchParams
    expect(parameters.getAll('metric')).toEqual(query.metrics)
    expect(parameters.get('to')).toBe('1970-01-01T00:01:00.000Z')
  })

  it('asks once for the charts of one family', async () => {
    const asked = answer('{"from":0,"until":0,"tier":"raw","time":[],"series":[],"gaps":[]}')
    const of = (...metrics: string[]): ReturnType<typeof getHistory> => getHistory({ ...query, metrics })
    await Promise.all([of('disks[a].utilization'), of('disks[a].utilization', 'disks[a].queueDepth'), of('cpu.utilization')])
    expect(asked.map(({ url }) => new URL(url).searchParams.getAll('metric'))).toEqual([['disks[a].utilization', 'disks[a].queueDepth'], ['cpu.utilization']])
  })

  it('gives the words of a problem', async () => {
    answer('{"title":"Bad Request","detail":"to is before from","status":400}', 400)
    await expect(getHistory(query)).rejects.toEqual(new ApiError(400, 'Bad Request', 'to is before from'))
  })

  it('copes with an error that is no problem document', async () => {
    answer('<html>', 502)
    await expect(getHosts()).rejects.toMatchObject({ status: 502, title: 'HTTP 502' })
  })

  it('tells when the gateway does not know any more who asks, but not when a password was wrong', async () => {
    const refused = vi.fn()
    onRefused(refused)
    answer('{"title":"Unauthorized","detail":"Sign in.","status":401}', 401)
    await expect(login('someone', 'a guess')).rejects.toMatchObject({ status: 401 })
    expect(refused).not.toHaveBeenCalled()
    await expect(getHosts()).rejects.toMatchObject({ status: 401 })
    expect(refused).toHaveBeenCalledOnce()
  })

  it('repeats the cookie of the gateway where something is changed, and only there', async () => {
    document.cookie = 'XSRF-TOKEN=a%3Db'
    const asked = answer(null, 204)
    await logout()
    await forgetHost('a/b')
    await login('someone', 'secret')
    expect(asked.map(({ method, url, headers }) => [method, new URL(url).pathname, headers.get('X-XSRF-TOKEN')])).toEqual([
      ['POST', '/api/v1/logout', 'a=b'],
      ['DELETE', '/api/v1/hosts/a%2Fb', 'a=b'],
      ['POST', '/api/v1/login', 'a=b'],
    ])
    expect(asked[0]?.headers.get('Content-Type')).toBeNull()
    expect(asked[2]?.headers.get('Content-Type')).toBe('application/json')
    expect(await asked[2]?.json()).toEqual({ username: 'someone', password: 'secret' })
    const read = answer('[]')
    await getHosts()
    expect(read[0]?.headers.get('X-XSRF-TOKEN')).toBeNull()
  })

  it('finds the processes among the other members of their family', () => {
    expect(processesOf({ intervalSeconds: 5, total: 9, 4711: { name: 'a' } })).toEqual([{ pid: 4711, name: 'a' }])
  })

  it('says so when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(getHosts()).rejects.toMatchObject({ status: 0, message: expect.stringContaining('does not answer') as string })
  })
})
