/** What the API gives; the same names as in its OpenAPI description. */

export type Language = "zh-Hans" | "zh-Hant" | "en";
export type Modality = "asserted" | "planned" | "forecast" | "denied" | "hypothetical";
export type Labels = Partial<Record<Language, string>>;

export interface Ref { id: string; label: string; type: string }
export interface Node extends Ref { iri: string; names: string[]; mentions: number; documents: number; degree: number }

export interface Edge {
  id: string; source: string; target: string; relation: string; modality: Modality; symmetric: boolean;
  claims: number; sources: number; confidence: number; first: string | null; last: string | null; disputed: boolean;
}

export interface Evidence { start: number; end: number; quote: string }
export interface DocRef { id: string; title: string | null; date: string | null; publisher: string | null }

export interface Claim {
  id: string; iri: string; doc: string; kind: "relation" | "quantity"; subject: Ref; predicate: string; object: Ref | null;
  value: string | number | null; valueMax: string | number | null; unit: string | null; bound: string | null;
  time: string | null; role: string | null; amount: { value: string | number; unit: string | null } | null;
  change: unknown; modality: Modality; attributedTo: string | Ref | null; confidence: number; evidence: Evidence;
  document: DocRef; contradicts: string[]; fact: string | null; figure: string | null;
}

export interface Fact {
  id: string; subject: Ref; predicate: string; object: Ref | null; value: string | number | null;
  valueMax: string | number | null; unit: string | null; time: string | null; change: unknown; support: number;
  confidence: number; firstSaid: string | null; lastSaid: string | null; disputed: boolean; claims: string[];
  figure: string | null;
}

export interface Page<T> { total: number; offset: number; limit: number; items: T[]; cut: boolean }

export interface Term { name: string; iri: string; labels: Labels; comment: Labels; colour?: string | null }
export interface Relation extends Term { domain: string[]; range: string[]; symmetric: boolean; family: string | null }
export interface Family { name: string; labels: Labels; colour: string; relations: string[] }
export interface Vocabulary { classes: Term[]; relations: Relation[]; metrics: Term[]; modalities: Term[]; families: Family[] }

export interface About {
  name: string; version: string; writable: boolean; curation: boolean; languages: Language[];
  graph: { documents: number; entities: number; claims: number; facts: number; quads: number; built: string | null };
}

export interface Hit extends Node { matched: string; how: string }
export interface Found { query: string; total: number; entities: Hit[]; quotes: Claim[]; tookMs: number }

export interface Card extends Omit<Node, "names" | "documents"> {
  wikidata: string | null; known: boolean; names: { text: string; language: string | null }[];
  links: { label: string; url: string }[]; versionOf: Ref[]; versions: Ref[]; first: string | null; last: string | null; counts: Record<string, number>;
  relations: { relation: string; direction: "out" | "in"; facts: Fact[]; total: number }[];
  figures: { metric: string; unit: string | null; points: Claim[]; total: number }[];
  mentionsOverTime: { period: string; mentions: number; documents: number }[];
  documentsTotal: number; conflicts: number; documents: (DocRef & { mentions: number })[];
}

export interface Reason {
  rule: string; mentions: number; documents: number; other: string;
  place: { doc: string; start: number; end: number; quote: string; context: string };
}
export interface Why { names: { text: string; mentions: number; documents: number; reasons: Reason[] }[] }

export interface Shown { nodes: Node[]; edges: Edge[] }
export interface Neighbours extends Shown { total: number }
export interface Placed extends Node { community: number; x: number; y: number }
export interface Community { id: number; label: string; size: number; members: string[] }
export interface Overview { communities: Community[]; nodes: Placed[]; edges: Edge[]; total: { nodes: number; edges: number } }

export interface DocumentRow extends DocRef {
  iri: string; url: string | null; language: string | null; characters: number; entities: number; claims: number;
  reprintOf: string | null;
}
export interface DocumentText extends Omit<DocumentRow, "entities" | "claims"> {
  text: string; entities: (Ref & { mentions: [number, number][] })[]; claims: Claim[];
}

export interface Conflict {
  kind: string; subject: Ref; predicate: string; sides: { says: string; sources: number; claims: Claim[] }[];
}
export interface Timeline { items: { period: string; claims: Claim[] }[]; total: number }
export interface Path { nodes: Node[]; steps: { edge: Edge; claims: Claim[] }[] }
export interface Comparison {
  entities: Node[]; metrics: { metric: string; rows: { entity: string; claims: Claim[] }[] }[];
  relations: { relation: string; shared: Node[]; own: Record<string, Node[]> }[];
}

export interface Question {
  name: string; title: Partial<Record<string, string>>; sparql: string;
  parameters: { name: string; kind: string; said: Partial<Record<string, string>>; required: boolean; default: string | null }[];
}
export interface Correction {
  number: number; kind: string; told: string; shown: boolean; entity: string | null; into: string | null; name: string | null;
  label: string | null; type: string | null; doc: string | null; claim: string | null; by: string | null; date: string | null; note: string | null;
}
