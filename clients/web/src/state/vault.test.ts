import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openVault } from './vault.ts';

describe('the vault', () => {
  it('gives back after a reload what was written before', async () => {
    const before = await openVault('reload');
    await before.write('outbox', [{ says: '赵女士到了' }]);
    const after = await openVault('reload');
    expect(after.keeps).toBe(true);
    expect(await after.read('outbox')).toEqual([{ says: '赵女士到了' }]);
  });

  it('holds nothing that can be read, and a key that cannot leave', async () => {
    const vault = await openVault('secret');
    await vault.write('outbox', { says: '赵女士到了' });
    const db = await openDB('secret', 1);
    const kept = await db.get('vault', 'outbox');
    expect(new TextDecoder().decode(kept.body)).not.toContain('赵女士');
    const key = await db.get('vault', 'key');
    expect(key.extractable ?? false).toBe(false);
  });

  it('is empty after a wipe', async () => {
    const vault = await openVault('wiped');
    await vault.write('outbox', 1);
    await vault.wipe();
    expect(await vault.read('outbox')).toBeNull();
  });
});
