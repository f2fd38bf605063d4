import createClient from 'openapi-fetch'
import type { paths } from './gateway.gen'

/** What went wrong, in words for a person (RFC 9457). `status` is 0 if there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
  ) {
    super(detail)
    this.name = 'ApiError'
  }
}

/** An error of any origin as one that can be shown. */
export function toApiError(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError(0, 'Not understood', String(cause))
}

let refused: (() => void) | undefined

/** @param listener told when the gateway no longer knows who asks: nobody signed in, or not any more */
export function onRefused(listener: () => void): void {
  refused = listener
}

/** The gateway's paths, what they take and what they answer; whatever is no answer is thrown as an {@link ApiError}. */
export const gateway = createClient<paths>({
  // Looked up at each call: it may be another one in a test.
  fetch: (request) => fetch(request),
  headers: { Accept: 'application/json' },
})

gateway.use({
  onRequest({ request }) {
    // Nobody but this page can read the cookie, so nobody else can repeat it (double submit).
    const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
    if (request.method !== 'GET' && token !== undefined) request.headers.set('X-XSRF-TOKEN', decodeURIComponent(token))
    return request
  },
  async onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/api/v1/login') refused?.()
    if (!response.ok) throw await problem(response)
  },
  onError({ request }) {
    return request.signal.aborted ? undefined : new ApiError(0, 'No answer', 'The gateway does not answer. Is PerfWatch running?')
  },
})

/** What was answered; undefined where that is nothing (204). */
export async function answerOf<T>(exchange: Promise<{ data?: T }>): Promise<T> {
  return (await exchange).data as T
}

async function problem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const { title, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  return new ApiError(
    response.status,
    typeof title === 'string' ? title : `HTTP ${response.status}`,
    typeof detail === 'string' ? detail : response.statusText,
  )
}
