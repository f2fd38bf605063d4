// Serves the built dashboard, and replays a host or a fleet to it over the gateway's own protocol, at 1 Hz or as fast as it is read.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { WebSocketServer } from 'ws'
import { fleetFrame, fleetOf } from './fleet.mjs'
import { eventsAt, HOST, inventory } from './host.mjs'

const built = new URL('../target/classes/static/', import.meta.url)
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const REPLAYED = 300
/** Bytes that may wait for the browser before the next tick is sent. */
const AHEAD = 1 << 18

/** @type {Record<string, unknown>} */
const ANSWERS = {
  session: { authentication: 'none', user: null, role: 'operator' },
  history: { from: 0, until: 0, tier: 'raw', time: [], series: [], gaps: [] },
  annotations: { annotations: [] },
  processes: { host: HOST, time: new Date(0).toISOString(), processes: [] },
  metrics: { metrics: [] },
}

/** @param {string} path */
async function fileOf(path) {
  if (path === '/naive') return { body: await readFile(new URL('naive.html', import.meta.url)), type: 'text/html' }
  if (path === '/echarts.js') return { body: await readFile(new URL('../node_modules/echarts/dist/echarts.min.js', import.meta.url)), type: 'text/javascript' }
  const name = extname(path) === '' ? 'index.html' : path.slice(1)
  return { body: await readFile(fileURLToPath(new URL(name, built))), type: TYPES[/** @type {keyof typeof TYPES} */ (extname(name))] ?? 'application/octet-stream' }
}

/**
 * @param {number} hosts that are known; the first of them has a page
 * @returns {Promise<{ url: string, sent: () => number, newest: () => number, speed: (ticks: number) => Promise<void>, close: () => void }>}
 */
export async function serve(hosts = 1) {
  const names = fleetOf(hosts)
  const answers = { ...ANSWERS, hosts: names.map(inventory) }
  let bytes = 0
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path.startsWith('/api/v1/')) return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answers[/** @type {keyof typeof answers} */ (path.slice(8))] ?? {}))
    fileOf(path).then(({ body, type }) => {
      const zipped = gzipSync(body)
      bytes += zipped.length
      response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(zipped)
    }, () => { response.writeHead(404).end() })
  })
  const start = Date.now() - REPLAYED * 1000
  let tick = 0
  /** @type {Set<import('ws').WebSocket>} */
  const clients = new Set()
  /** @type {Set<import('ws').WebSocket>} */
  const fleets = new Set()
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
    socket.on('close', () => { clients.delete(socket); fleets.delete(socket) })
    socket.on('message', (text) => {
      if (JSON.parse(String(text)).view === 'fleet') {
        socket.send(JSON.stringify(fleetFrame(names, tick, true)))
        fleets.add(socket)
        return
      }
      const past = Array.from({ length: REPLAYED }, (_, back) => tick - REPLAYED + back).filter((at) => at >= 0).flatMap((at) => eventsAt(at, start))
      for (const topic of new Set(past.map((each) => each.topic))) socket.send(JSON.stringify({ type: 'replay', topic, host: HOST, cursor: {}, events: past.filter((each) => each.topic === topic).map(({ event }) => event) }))
      socket.send(JSON.stringify({ type: 'subscribed', cursor: { [`perfwatch.system.v1-0`]: tick } }))
      clients.add(socket)
    })
  })
  const step = () => {
    for (const { topic, event } of eventsAt(tick++, start)) {
      const text = JSON.stringify({ type: 'sample', topic, host: HOST, cursor: { [`${topic}-0`]: tick }, event })
      for (const client of clients) client.send(text)
    }
    if (fleets.size > 0) {
      const frame = JSON.stringify(fleetFrame(names, tick, false))
      for (const fleet of fleets) fleet.send(frame)
    }
  }
  tick = REPLAYED
  const timer = setInterval(step, 1000)
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => { resolve(undefined) }) })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent: () => bytes,
    /** Epoch milliseconds of the newest tick that was sent. */
    newest: () => start + (tick - 1) * 1000,
    async speed(ticks) {
      for (let sent = 0; sent < ticks; sent++) {
        step()
        while ([...clients].some((client) => client.bufferedAmount > AHEAD)) await new Promise((resolve) => { setTimeout(resolve, 5) })
        if (sent % 20 === 0) await new Promise((resolve) => { setImmediate(resolve) })
      }
    },
    close: () => {
      clearInterval(timer)
      for (const client of [...clients, ...fleets]) client.terminate()
      server.close()
      server.closeAllConnections()
    },
  }
}
