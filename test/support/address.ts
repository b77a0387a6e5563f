/** An address that no other caller of this file has, so that no limit of another test is met. */
let addresses = 0
export const newAddress = () => `10.0.${++addresses >> 8}.${addresses & 255}`
