/**
 * The indicators handed to a strategy: implements `Indicators` of the strategy contract, which documents each for the
 * models. Its members cannot be replaced (a module namespace is sealed).
 */
export * as ta from "./all.ts";
