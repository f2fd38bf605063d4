/** The newest `capacity` items, oldest first; a full one never grows. */
export class RingBuffer<T> implements Iterable<T> {
  private readonly slots: (T | undefined)[] = []
  private start = 0
  private count = 0

  constructor(readonly capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`capacity must be at least 1, was ${capacity}`)
  }

  get length(): number {
    return this.count
  }

  push(item: T): void {
    if (this.count === this.capacity) this.shift()
    this.slots[(this.start + this.count++) % this.capacity] = item
  }

  /** Lets go of the oldest; undefined if there is none. */
  shift(): T | undefined {
    if (this.count === 0) return undefined
    const oldest = this.slots[this.start]
    this.slots[this.start] = undefined
    this.start = (this.start + 1) % this.capacity
    this.count--
    return oldest
  }

  /** The item at `index`, 0 being the oldest and -1 the newest. */
  at(index: number): T | undefined {
    const position = index < 0 ? this.count + index : index
    return position < 0 || position >= this.count ? undefined : this.slots[(this.start + position) % this.capacity]
  }

  /** Those from `index` on, oldest first. */
  *from(index: number): Generator<T> {
    for (let next = Math.max(0, index); next < this.count; next++) yield this.at(next) as T
  }

  [Symbol.iterator](): Iterator<T> {
    return this.from(0)
  }
}
