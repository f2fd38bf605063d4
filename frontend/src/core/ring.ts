/** The newest `capacity` items, oldest first; a full one never grows. */
export class RingBuffer<T> implements Iterable<T> {
  private readonly items: T[] = []
  private start = 0

  constructor(readonly capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`capacity must be at least 1, was ${capacity}`)
  }

  get length(): number {
    return this.items.length
  }

  push(item: T): void {
    if (this.items.length < this.capacity) {
      this.items.push(item)
    } else {
      this.items[this.start] = item
      this.start = (this.start + 1) % this.capacity
    }
  }

  /** The item at `index`, 0 being the oldest and -1 the newest. */
  at(index: number): T | undefined {
    const position = index < 0 ? this.length + index : index
    return position < 0 || position >= this.length ? undefined : this.items[(this.start + position) % this.length]
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.length; index++) yield this.at(index) as T
  }
}
