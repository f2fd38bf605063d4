import { cgroups } from './cgroups'
import { counters } from './counters'
import { cpu } from './cpu'
import { disks } from './disks'
import { filesystems } from './filesystems'
import { load } from './load'
import { memory } from './memory'
import { networks } from './networks'
import { pressure } from './pressure'
import { processes } from './processes'
import { sensors } from './sensors'
import { sockets } from './sockets'
import { tcp } from './tcp'
import { udp } from './udp'
import type { SampleTopic } from '@/api/messages'
import type { Family, FamilyChart } from './types'

/** Every family has its chart, in the order of the page: the compiler names one that is forgotten. */
export const families: { [F in Family]: FamilyChart<F> } = {
  cpu,
  load,
  pressure,
  memory,
  disks,
  filesystems,
  networks,
  tcp,
  udp,
  sockets,
  cgroups,
  sensors,
  processes,
  counters,
}

/** The headings of the page, in its order. */
export const SECTIONS: readonly { id: string; title: string; families: readonly Family[] }[] = [
  { id: 'cpu', title: 'CPU', families: ['cpu', 'load', 'pressure'] },
  { id: 'counters', title: 'Counters', families: ['counters'] },
  { id: 'memory', title: 'Memory', families: ['memory'] },
  { id: 'disks', title: 'Disks', families: ['disks', 'filesystems'] },
  { id: 'network', title: 'Network', families: ['networks', 'tcp', 'udp', 'sockets'] },
  { id: 'groups', title: 'Groups', families: ['cgroups'] },
  { id: 'sensors', title: 'Sensors', families: ['sensors'] },
  { id: 'processes', title: 'Processes', families: ['processes'] },
]

/** Every topic that carries one of them. */
export const topics: readonly SampleTopic[] = [...new Set(Object.values(families).map(({ topic }) => topic))]
