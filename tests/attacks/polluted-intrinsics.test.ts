import { attack, decide, fails } from "./support.ts";

attack("polluted functions of the language", {
  "change no check": [
    decide(`Reflect.apply = () => 1;
Reflect.getPrototypeOf = () => null;
Function.prototype.call = () => "x";
Function.prototype.bind = () => "x";
Function.prototype.apply = () => "x";
String.prototype.slice = () => "y".repeat(1e6);
String.prototype.indexOf = () => 0;
Math.abs = () => 0;
Number.isNaN = () => true;
return { target: Array(bars.length).fill(-3) };`),
    fails("bad-positions", /^target\[0\] is -3; wanted a number/),
  ],
});
