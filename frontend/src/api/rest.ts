import { answerOf, ApiError, gateway } from './client'
import type { ProcessSample } from './events.gen'
import type { components } from './gateway.gen'

type Schemas = components['schemas']

/** What is known of a host. */
export type Host = Schemas['HostView']
export type HostState = Host['state']
export type Annotation = Schemas['Annotation']
/** A metric of the catalogue; `[*]` in its path stands for each device. */
export type Metric = Schemas['Entry']
/** A process as its event says it, and its number. */
export type Process = Schemas['ListedProcess']
export type Session = Schemas['SessionState']
export type Token = Schemas['Token']
/** How long each tier is kept. */
export type Retention = Schemas['RetentionSetting']
/** Versions, sizes, lag. */
export type System = Schemas['SystemState']

export function getHosts(): Promise<Host[]> {
  return answerOf(gateway.GET('/api/v1/hosts'))
}

export async function forgetHost(host: string): Promise<void> {
  await gateway.DELETE('/api/v1/hosts/{host}', { params: { path: { host } } })
}

export async function getMetrics(): Promise<Metric[]> {
  return (await answerOf(gateway.GET('/api/v1/metrics'))).metrics
}

export interface ProcessList {
  /** Epoch milliseconds. */
  time: number
  processes: Process[]
}

/** The newest list that is not after `at`; undefined if nobody looked within the minute before. */
export async function getProcesses(host: string, at: number, signal?: AbortSignal): Promise<ProcessList | undefined> {
  try {
    const { time, processes } = await answerOf(gateway.GET('/api/v1/processes', { params: { query: { host, at: instant(at) } }, signal: signal ?? null }))
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
  const query = { host: [host], from: instant(from), to: instant(to) }
  return (await answerOf(gateway.GET('/api/v1/annotations', { params: { query }, signal: signal ?? null }))).annotations
}

export function addAnnotation(annotation: Schemas['NewAnnotation']): Promise<Annotation> {
  return answerOf(gateway.POST('/api/v1/annotations', { body: annotation }))
}

export async function removeAnnotation(id: string): Promise<void> {
  await gateway.DELETE('/api/v1/annotations/{id}', { params: { path: { id } } })
}

export function getSession(): Promise<Session> {
  return answerOf(gateway.GET('/api/v1/session'))
}

export async function login(username: string, password: string): Promise<void> {
  await gateway.POST('/api/v1/login', { body: { username, password } })
}

export async function logout(): Promise<void> {
  await gateway.POST('/api/v1/logout')
}

export function getTokens(): Promise<Token[]> {
  return answerOf(gateway.GET('/api/v1/tokens'))
}

export function createToken(token: Schemas['NewToken']): Promise<Schemas['CreatedToken']> {
  return answerOf(gateway.POST('/api/v1/tokens', { body: token }))
}

export async function revokeToken(id: string): Promise<void> {
  await gateway.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })
}

export function getRetention(): Promise<Retention> {
  return answerOf(gateway.GET('/api/v1/settings/retention'))
}

export function setRetention(retention: Schemas['WantedRetention']): Promise<Retention> {
  return answerOf(gateway.PUT('/api/v1/settings/retention', { body: retention }))
}

export function getSystem(): Promise<System> {
  return answerOf(gateway.GET('/api/v1/system'))
}

function instant(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString()
}
