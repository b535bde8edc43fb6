import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  name: Buffer;
  data: Buffer;
  fields: Buffer;
}

/** The fields that the local header and the central directory share (APPNOTE 4.3.7, from "version needed"). */
function sharedFields(content: Buffer, data: Buffer, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  // 1 January 1980, the first date a zip can hold: the same files make the same bytes.
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function readEntry(folder: string, file: string): Entry {
  const content = readFileSync(path.join(folder, file));
  const data = deflateRawSync(content);
  const name = Buffer.from(file.split(path.sep).join('/'));
  return { name, data, fields: sharedFields(content, data, name) };
}

/** A folder as a zip file, which is what an .xpi is. */
export function zipFolder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, fields } of files.map((file) => readEntry(folder, file))) {
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, central, name);
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}
