import { type IDBPDatabase, openDB } from 'idb';

/** Where the device keeps what must survive a reload. Everything in it is encrypted; the key cannot leave the browser. */
export interface Vault {
  /** False when this page may not keep anything (an insecure address): said at the start of duty. */
  readonly keeps: boolean;
  read<T>(name: string): Promise<T | null>;
  write(name: string, value: unknown): Promise<void>;
  wipe(): Promise<void>;
}

const STORE = 'vault';
const KEY = 'key';
// AES-GCM: a nonce of 96 bits, a new one for every write.
const NONCE_BYTES = 12;

interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  body: ArrayBuffer;
}

/** Opens the device's vault, or one that forgets when the page closes. */
export async function openVault(name = 'reception'): Promise<Vault> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return forgetful();
  try {
    const db = await openDB(name, 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) });
    return sealed(db, await keyOf(db));
  } catch {
    return forgetful();
  }
}

async function keyOf(db: IDBPDatabase): Promise<CryptoKey> {
  const kept = (await db.get(STORE, KEY)) as CryptoKey | undefined;
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await db.put(STORE, made, KEY);
  return made;
}

function sealed(db: IDBPDatabase, key: CryptoKey): Vault {
  return {
    keeps: true,
    async read<T>(name: string) {
      const kept = (await db.get(STORE, name)) as Sealed | undefined;
      if (!kept) return null;
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.nonce }, key, kept.body);
      return JSON.parse(new TextDecoder().decode(plain)) as T;
    },
    async write(name, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain);
      await db.put(STORE, { nonce, body } satisfies Sealed, name);
    },
    wipe: () => db.clear(STORE),
  };
}

function forgetful(): Vault {
  const kept = new Map<string, unknown>();
  return {
    keeps: false,
    read: async <T>(name: string) => (kept.get(name) as T | undefined) ?? null,
    write: async (name, value) => void kept.set(name, value),
    wipe: async () => kept.clear(),
  };
}
