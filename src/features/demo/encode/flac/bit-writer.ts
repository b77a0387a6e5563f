/** Most significant bit first, into a buffer that grows. */
export class BitWriter {
  #bytes: Uint8Array
  #length = 0
  #held = 0
  #heldBits = 0

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity)
  }

  /** Appends the low `bits` (0-24) of `value`; the bound keeps the held bits inside 32. */
  write(value: number, bits: number): void {
    this.#held = (this.#held << bits) | (value & ((1 << bits) - 1))
    this.#heldBits += bits
    if (this.#length + 4 > this.#bytes.length) this.#grow()
    while (this.#heldBits >= 8) {
      this.#heldBits -= 8
      this.#bytes[this.#length++] = this.#held >>> this.#heldBits
    }
  }

  /** Rice code: `value >>> parameter` zeros, a one, then the low `parameter` bits. */
  rice(value: number, parameter: number): void {
    let zeros = value >>> parameter
    if (zeros + 1 + parameter <= 24) {
      this.write((1 << parameter) | (value & ((1 << parameter) - 1)), zeros + 1 + parameter)
      return
    }
    for (; zeros >= 24; zeros -= 24) this.write(0, 24)
    this.write(1, zeros + 1)
    this.write(value, parameter)
  }

  /** Fills the last byte with zeros. */
  align(): void {
    if (this.#heldBits > 0) this.write(0, 8 - this.#heldBits)
  }

  /** The whole bytes written since `start`; a view, valid until the next write. */
  bytes(start = 0): Uint8Array {
    return this.#bytes.subarray(start, this.#length)
  }

  get length(): number {
    return this.#length
  }

  #grow(): void {
    const bigger = new Uint8Array(this.#bytes.length * 2 + 64)
    bigger.set(this.#bytes)
    this.#bytes = bigger
  }
}
