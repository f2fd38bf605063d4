// Prints each tick in which a host's CPU was busier than a limit, and what was lost.
import { decompress } from 'fzstd'
import kafkajs from 'kafkajs'

const { KAFKA = '127.0.0.1:8421', LIMIT = '0.9', UNTIL_END } = process.env
const TOPIC = 'perfwatch.system.v1'

kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  compress: () => Promise.reject(new Error('this program only reads')),
  decompress: (bytes) => Promise.resolve(Buffer.from(decompress(bytes))),
})
const kafka = new kafkajs.Kafka({ brokers: [KAFKA], logLevel: kafkajs.logLevel.ERROR })
const newest = new Map()
const left = UNTIL_END ? await ends() : new Map()

// A group of its own, that begins with what the broker has: a day.
const consumer = kafka.consumer({ groupId: `busy-hosts-${process.pid}` })
await consumer.connect()
await consumer.subscribe({ topic: TOPIC, fromBeginning: true })
await consumer.run({
  eachMessage: async ({ partition, message }) => {
    take(JSON.parse(message.value.toString()))
    if (left.get(partition) <= Number(message.offset) + 1) left.delete(partition)
    if (UNTIL_END && left.size === 0) setImmediate(() => consumer.disconnect())
  },
})
if (UNTIL_END && left.size === 0) await consumer.disconnect()

function take({ host, probe, run, sequence, time, cpu }) {
  const key = `${host} ${probe} ${run}`
  const last = newest.get(key) ?? sequence - 1
  if (sequence <= last) return // seen before
  newest.set(key, sequence)
  if (sequence > last + 1) console.log(`${host} lost ${sequence - last - 1}`)
  if (cpu?.utilization > Number(LIMIT)) console.log(`${host} ${time} cpu ${cpu.utilization}`)
}

async function ends() {
  const admin = kafka.admin()
  await admin.connect()
  const offsets = await admin.fetchTopicOffsets(TOPIC)
  await admin.disconnect()
  return new Map(offsets.filter(({ high, low }) => high > low).map(({ partition, high }) => [partition, Number(high)]))
}
