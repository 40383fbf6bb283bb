import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Checksum, checksum } from '../../src/files/checksum.ts';

test('the checksum of parts is that of the whole, empty parts included', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (parts) => {
      const sum = new Checksum();
      for (const part of parts) sum.add(part);
      expect(sum.value).toBe(checksum(Buffer.concat(parts)));
    }),
  );
});
