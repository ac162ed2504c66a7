/**
 * A function that takes secrets out of a text: the key, wherever an endpoint echoes it, as is or percent-encoded, and
 * user and password of the base URL. Keys under 4 characters (`x`, for local servers) are no secrets.
 */
export function redactor(apiKey: string | null, baseUrl: string): (text: string) => string {
  const secrets: string[] = [];
  if (apiKey !== null && apiKey.length >= 4) secrets.push(apiKey, encodeURIComponent(apiKey));
  const credentials = /^[a-z]+:\/\/([^/@]+)@/i.exec(baseUrl)?.[1];
  if (credentials !== undefined) secrets.push(credentials);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[key]"), text);
}
