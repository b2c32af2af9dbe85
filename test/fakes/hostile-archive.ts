import { crc32 } from "node:zlib";
import { deflateSync, strToU8 } from "fflate";

/** A file as the archive has it, and lies that its directory may tell. */
export interface Packed {
  readonly name: string | Uint8Array;
  readonly contents: Uint8Array;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  readonly size?: number;
  readonly checksum?: number;
  /** Where the file lies; another one's place where they share bytes. */
  readonly at?: number;
}

/** A zip archive made by hand, since no library makes hostile ones. */
export function archive(files: readonly Packed[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { name, contents, isStored = false, flags = 0, mode = 0 } = file;
    const nameBytes = Buffer.from(typeof name === "string" ? strToU8(name) : name);
    const data = Buffer.from(isStored ? contents : deflateSync(contents, { level: 9 }));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(file.method ?? (isStored ? 0 : 8), 4);
    common.writeUInt32LE(file.checksum ?? crc32(contents), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(file.size ?? contents.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002", "latin1");
    common.copy(entry, 6);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(file.at ?? offset, 42);
    directory.push(entry, nameBytes);
    if (file.at !== undefined) continue;
    local.push(Buffer.from("PK\u0003\u0004", "latin1"), common, nameBytes, data);
    offset += 30 + nameBytes.length + data.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...local, entries, end]));
}
