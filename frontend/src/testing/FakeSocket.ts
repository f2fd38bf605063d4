import { onTestFinished, vi } from 'vitest'

/** A WebSocket whose other end is the test. */
export class FakeSocket extends EventTarget {
  static opened: FakeSocket[] = []
  readonly sent: unknown[] = []
  readyState: number = WebSocketState.CONNECTING
  onopen?: () => void
  onclose?: (event: { code: number; reason: string }) => void
  onmessage?: (event: { data: string }) => void

  constructor(readonly url: string) {
    super()
    FakeSocket.opened.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.readyState = WebSocketState.CLOSED
  }

  accept(): void {
    this.readyState = WebSocketState.OPEN
    this.onopen?.()
  }

  say(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }

  break(): void {
    this.readyState = WebSocketState.CLOSED
    this.onclose?.({ code: 1006, reason: '' })
  }
}

const WebSocketState = { CONNECTING: 0, OPEN: 1, CLOSED: 3 } as const

/** The sockets that the test's code opens from here on, in their order. */
export function fakeSockets(): FakeSocket[] {
  FakeSocket.opened = []
  vi.stubGlobal('WebSocket', FakeSocket)
  onTestFinished(() => { vi.unstubAllGlobals() })
  return FakeSocket.opened
}
