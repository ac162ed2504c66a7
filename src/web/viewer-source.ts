/** A page or file that can be made. */
export interface Resource {
  readonly type: "html" | "text";
  /** The same version gives the same bytes. */
  readonly version: string;
  /** Throws UserError if what it is made of is damaged. */
  render(): Promise<string>;
}

/** What the viewer finds behind an address. */
export type Found = Resource | { readonly redirect: string } | null;

/**
 * What the viewer shows, made by the command line out of run folders. Names come from addresses: a source compares them
 * with the names that it has, and never makes a file name of one.
 */
export interface ViewerSource {
  /** The list of runs. */
  index(): Promise<Found>;
  /** A file of a run: `index.html`, `strategies/…`; the empty name is the page that the run shows first. */
  file(run: string, name: string): Promise<Found>;
  /** What changes whenever the pages of a run (or, for null, the list of runs) do. null: there is no such run. */
  version(run: string | null): Promise<string | null>;
}
