/** The part of jstat that this project calls: the package ships no types. */
declare module "jstat" {
  interface Distribution {
    inv(p: number, ...parameters: number[]): number;
    cdf(x: number, ...parameters: number[]): number;
  }
  const jstat: {
    readonly normal: Distribution;
    readonly studentt: Distribution;
  };
  export default jstat;
}
