/** Significant bits of every result: 60 digits, and enough to lose half of them. */
const bits = 200;

/** A number m·2^e of 200 bits: the arithmetic that the back-test is checked against. */
export class BigFloat {
  readonly m: bigint;
  readonly e: number;

  constructor(m: bigint, e: number) {
    const excess = (m < 0n ? -m : m).toString(16).length * 4 - bits;
    this.m = excess > 0 ? m >> BigInt(excess) : m;
    this.e = excess > 0 ? e + excess : e;
  }

  /** Exactly the double x, finite. */
  static of(x: number): BigFloat {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, x);
    const raw = view.getBigUint64(0);
    const exponent = Number((raw >> 52n) & 0x7ffn);
    const fraction = raw & 0xfffffffffffffn;
    const m = exponent === 0 ? fraction : fraction | (1n << 52n);
    return new BigFloat(x < 0 ? -m : m, Math.max(exponent, 1) - 1075);
  }

  plus(other: BigFloat): BigFloat {
    if (this.m === 0n) return other;
    if (other.m === 0n) return this;
    const e = Math.min(this.e, other.e);
    if (Math.max(this.e, other.e) - e > 4 * bits) return this.e > other.e ? this : other;
    return new BigFloat((this.m << BigInt(this.e - e)) + (other.m << BigInt(other.e - e)), e);
  }

  minus(other: BigFloat): BigFloat {
    return this.plus(new BigFloat(-other.m, other.e));
  }

  times(other: BigFloat): BigFloat {
    return new BigFloat(this.m * other.m, this.e + other.e);
  }

  over(other: BigFloat): BigFloat {
    return new BigFloat((this.m << BigInt(2 * bits)) / other.m, this.e - other.e - 2 * bits);
  }

  root(): BigFloat {
    const shift = 2 * bits + (this.e & 1 ? 1 : 0);
    const n = this.m << BigInt(shift);
    let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
    for (let next = (x + n / x) >> 1n; next < x; next = (x + n / x) >> 1n) x = next;
    return new BigFloat(x, (this.e - shift) / 2);
  }

  abs(): BigFloat {
    return new BigFloat(this.m < 0n ? -this.m : this.m, this.e);
  }

  /** −1, 0 or 1. */
  get sign(): number {
    return this.m > 0n ? 1 : this.m < 0n ? -1 : 0;
  }

  /** The nearest double, up to its last bit. */
  toNumber(): number {
    const excess = Math.max(0, (this.m < 0n ? -this.m : this.m).toString(2).length - 64);
    const e = this.e + excess;
    return Number(this.m >> BigInt(excess)) * 2 ** Math.trunc(e / 2) * 2 ** (e - Math.trunc(e / 2));
  }
}
