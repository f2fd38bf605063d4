import type { System } from '@/api/rest'
import { exactTime } from '@/core/clock'
import { format } from '@/core/units'

export interface Fact {
  name: string
  value: string
}

export interface FactGroup {
  title: string
  facts: Fact[]
}

/** What the gateway says of the system: versions, sizes, and how far behind the history is. */
export function systemFacts({ version, database, topics, clients }: System): FactGroup[] {
  return [
    {
      title: 'Gateway',
      facts: [
        { name: 'Version', value: version },
        { name: 'Browsers and programs that listen', value: number(clients.connected) },
        { name: 'Events sent to them', value: number(clients.delivered) },
        { name: 'waiting', value: number(clients.queued) },
        { name: 'dropped, for they read too slowly', value: number(clients.dropped) },
        { name: 'Remembered events', value: format(clients.recentBytes, 'bytes') },
      ],
    },
    {
      title: 'Kafka, and what of it is in the history',
      facts: topics.map(({ topic, records, unstoredRecords, storedUntil }) => ({
        name: topic,
        value: `${number(records)}, ${unstoredRecords > 0 ? `${number(unstoredRecords)} not stored yet` : 'all stored'}${storedUntil === undefined || unstoredRecords === 0 ? '' : `: up to ${exactTime(Date.parse(storedUntil))}`}`,
      })),
    },
    {
      title: 'PostgreSQL',
      facts: database === undefined ? [{ name: 'Does not answer', value: '–' }] : [
        { name: 'Version', value: database.version },
        { name: 'Size', value: format(database.sizeBytes, 'bytes') },
        ...database.tiers.map(({ tier, sizeBytes, partitions, oldest }) => ({
          name: TIERS[tier] ?? tier,
          value: `${format(sizeBytes, 'bytes')} in ${number(partitions)} ${partitions === 1 ? 'table' : 'tables'}${oldest === undefined ? '' : `, since ${exactTime(Date.parse(oldest))}`}`,
        })),
      ],
    },
  ]
}

/** As the retention calls them. */
const TIERS: Readonly<Record<string, string>> = { raw: 'Every sample', minute: 'Minutes', hour: 'Hours' }

function number(value: number): string {
  return value.toLocaleString('en')
}
