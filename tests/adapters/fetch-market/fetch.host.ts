// Fetches Cboe's VIX from a server in its place, in a process of its own that a test can kill: BASE_URL FOLDER.
import { findPreset } from "../../../src/adapters/fetch-market/presets.ts";
import { fetchMarket } from "../../../src/adapters/fetch-market.ts";

const [baseUrl = "", folder = ""] = process.argv.slice(2);
const preset = findPreset("cboe");
const request = { symbol: "VIX", interval: "1d", from: null, to: null, today: Date.UTC(2024, 5, 10) };
const { file } = await fetchMarket({ preset, request, folder, baseUrl });
process.stdout.write(file);
