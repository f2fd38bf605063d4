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

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  signal?: AbortSignal | undefined
}

let refused: (() => void) | undefined

/** @param listener told when the gateway no longer knows who asks: nobody signed in, or not any more */
export function onRefused(listener: () => void): void {
  refused = listener
}

/** @throws {ApiError} */
export async function ask<T>(path: string, { method = 'GET', body, signal }: Ask = {}): Promise<T> {
  const response = await send(path, method, body, signal)
  if (response.status === 401 && path !== '/api/v1/login') refused?.()
  if (!response.ok) throw await problem(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function send(path: string, method: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  // Nobody but this page can read the cookie, so nobody else can repeat it (double submit).
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
  if (method !== 'GET' && token !== undefined) headers['X-XSRF-TOKEN'] = decodeURIComponent(token)
  try {
    return await fetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }) })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, 'No answer', 'The gateway does not answer. Is PerfWatch running?')
  }
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
