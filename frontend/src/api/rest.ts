import { ApiError, ask } from './client'
import type { Annotation, HostEvent, ProcessSample } from './events.gen'

export type { Annotation }

/** What is known of a host. */
export interface Host {
  host: string
  state: HostState
  /** When its newest event arrived; absent if nothing was ever measured. */
  lastSeen?: string
  /** Newest values, by path; empty for a host that is gone. */
  headline: Record<string, number>
  /** Whether two machines use this name. */
  conflict: boolean
  /** What each of its probes said of it, newest first. */
  probes: HostEvent[]
}

export type HostState = 'up' | 'late' | 'gone'

export function getHosts(signal?: AbortSignal): Promise<Host[]> {
  return ask('/api/v1/hosts', { signal })
}

export function forgetHost(host: string): Promise<void> {
  return ask(`/api/v1/hosts/${encodeURIComponent(host)}`, { method: 'DELETE' })
}

/** A metric of the catalogue; `[*]` in its path stands for each device. */
export interface Metric {
  path: string
  family: string
  topic: string
  /** UCUM: `By/s`. */
  unit: string
  kind: string
  description: string
  formula?: string
  openTelemetry?: string
}

export async function getMetrics(signal?: AbortSignal): Promise<Metric[]> {
  return (await ask<{ metrics: Metric[] }>('/api/v1/metrics', { signal })).metrics
}

/** A process as its event says it, and its number. */
export interface Process extends ProcessSample {
  pid: number
}

export interface ProcessList {
  time: number
  processes: Process[]
}

/** The newest list that is not after `at`; undefined if nobody looked within the minute before. */
export async function getProcesses(host: string, at: number, signal?: AbortSignal): Promise<ProcessList | undefined> {
  const query = new URLSearchParams({ host, at: instant(at) })
  try {
    const { time, processes } = await ask<{ time: string; processes: Process[] }>(`/api/v1/processes?${query}`, { signal })
    return { time: Date.parse(time), processes }
  } catch (cause) {
    if (cause instanceof ApiError && cause.status === 404) return undefined
    throw cause
  }
}

/** The processes in a family's sample: its members that are named by a number. */
export function processesOf(family: object): Process[] {
  return Object.entries(family).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && /^\d+$/.test(name) ? [{ ...(value as ProcessSample), pid: Number(name) }] : [],
  )
}

export async function getAnnotations(host: string, from: number, to: number, signal?: AbortSignal): Promise<Annotation[]> {
  const query = new URLSearchParams({ host, from: instant(from), to: instant(to) })
  return (await ask<{ annotations: Annotation[] }>(`/api/v1/annotations?${query}`, { signal })).annotations
}

export function addAnnotation(annotation: Omit<Annotation, 'id'>): Promise<Annotation> {
  return ask('/api/v1/annotations', { method: 'POST', body: annotation })
}

export function removeAnnotation(id: string): Promise<void> {
  return ask(`/api/v1/annotations/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export interface Session {
  authentication: 'none' | 'form'
  user: string | null
  role: 'viewer' | 'operator' | null
}

export function getSession(): Promise<Session> {
  return ask('/api/v1/session')
}

export function login(username: string, password: string): Promise<void> {
  return ask('/api/v1/login', { method: 'POST', body: { username, password } })
}

export function logout(): Promise<void> {
  return ask('/api/v1/logout', { method: 'POST' })
}

export interface Token {
  id: string
  name: string
  role: 'viewer' | 'operator'
  hosts?: string[] | null
  created: string
  expires?: string | null
  lastUsed?: string | null
  /** The secret, once, when it was made. */
  token?: string
}

export function getTokens(signal?: AbortSignal): Promise<Token[]> {
  return ask('/api/v1/tokens', { signal })
}

export function createToken(token: { name: string; role: Token['role']; expiresInSeconds: number }): Promise<Token> {
  return ask('/api/v1/tokens', { method: 'POST', body: token })
}

export function revokeToken(id: string): Promise<void> {
  return ask(`/api/v1/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** How long each tier is kept. */
export interface Retention {
  rawSeconds: number
  minuteSeconds: number
  hourSeconds: number
}

export function getRetention(signal?: AbortSignal): Promise<Retention> {
  return ask('/api/v1/settings/retention', { signal })
}

export function setRetention(retention: Retention): Promise<Retention> {
  return ask('/api/v1/settings/retention', { method: 'PUT', body: retention })
}

/** Versions, sizes, lag: shown as it comes. */
export function getSystem(signal?: AbortSignal): Promise<Record<string, unknown>> {
  return ask('/api/v1/system', { signal })
}

function instant(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString()
}
