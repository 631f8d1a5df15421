// A short-message centre on loopback: the server of the package `smpp`, told by JSON lines what to do and telling in
// JSON lines what it received. `smsc.rs` drives it and says how; by hand:
//
//   NODE_PATH=target/smsc/node_modules node tests/support/smsc.js '{"port":2775}'
//
// The argument: port (0: any), system_id, password, and cert and key (paths of PEM files) for TLS.
// A line on standard input changes how it answers from then on; what a line does not name stays as it was:
//   bind      "ok", "silent", or a status such as "ESME_RBINDFAIL"
//   submit    "ok", "silent", "drop" (the line breaks), "malformed", "garbage", or a status such as "ESME_RTHROTTLED"
//   times     how many submits that holds for, then "ok" again; null: all
//   every     it holds for each of so many alone: the third, the sixth …; 1: all
//   rate      how many submits are taken a second, the others being throttled; 0: all
//   wait      milliseconds before the answer to a submit
//   receipts  "none", "text", "tlv" or "both"; "early" is text, sent before the answer to the submit
//   state     what receipts say: "DELIVRD", "UNDELIV", "ENROUTE", …
//   ids       "plain"; "hex": the answer names the message in hexadecimal and the receipt in decimal; "decimal": the
//             other way round
// or does something once: {"close":true} breaks all lines, {"deliver":{…}} sends a deliver_sm with these fields,
// {"raw":"00ff"} writes these bytes to all lines, {"stop":true} ends it. So does the end of standard input.
'use strict';
const fs = require('fs');
const readline = require('readline');
const smpp = require('smpp');

const options = Object.assign({ port: 0, system_id: 'istiada', password: 'pa55word' }, JSON.parse(process.argv[2] || '{}'));
const mode = { bind: 'ok', submit: 'ok', times: null, every: 1, rate: 0, wait: 0, receipts: 'text', state: 'DELIVRD', ids: 'plain' };
const STATES = { ENROUTE: 1, DELIVRD: 2, EXPIRED: 3, DELETED: 4, UNDELIV: 5, ACCEPTD: 6, UNKNOWN: 7, REJECTD: 8 };
const sessions = new Set();
let count = 0x3f2a91c0;
let arrived = 0;
let taken = [];

const tell = (event, fields) => process.stdout.write(JSON.stringify({ event, ...fields }) + '\n');
const statusOf = (word) => (word in smpp ? smpp[word] : smpp.ESME_RSYSERR);

function bind(session, pdu) {
  const right = pdu.system_id === options.system_id && pdu.password === options.password;
  const told = right ? mode.bind : 'ESME_RINVPASWD';
  tell('bind', { system_id: pdu.system_id, system_type: pdu.system_type, version: pdu.interface_version, answer: told });
  if (told === 'silent') return;
  session.bound = told === 'ok';
  const answer = session.bound ? { system_id: 'smsc' } : { command_status: statusOf(told) };
  session.send(pdu.response(answer));
}

// What is done with this submit.
function verdict(session) {
  if (!session.bound) return 'ESME_RINVBNDSTS';
  const now = Date.now();
  taken = taken.filter((at) => now - at < 1000);
  if (mode.rate > 0 && taken.length >= mode.rate) return 'ESME_RTHROTTLED';
  const word = ++arrived % mode.every === 0 ? mode.submit : 'ok';
  if (word !== 'ok' && mode.times !== null && --mode.times <= 0) Object.assign(mode, { submit: 'ok', times: null });
  if (word === 'ok') taken.push(now);
  return word;
}

function receipt(session, pdu, id) {
  const text = `id:${id} sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:${mode.state} err:000 text:`;
  const tlvs = { receipted_message_id: id, message_state: STATES[mode.state] };
  deliver(session, {
    esm_class: 4,
    source_addr_ton: pdu.dest_addr_ton,
    source_addr_npi: pdu.dest_addr_npi,
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    short_message: mode.receipts === 'tlv' ? '' : text,
    ...(mode.receipts === 'tlv' || mode.receipts === 'both' ? tlvs : {}),
  });
}

function deliver(session, fields) {
  session.deliver_sm(fields, (answer) => tell('delivered', { status: answer.command_status }));
}

function submit(session, pdu) {
  const answer = verdict(session);
  const number = ++count;
  const hex = number.toString(16).toUpperCase();
  const [id, receipted] = { hex: [hex, `${number}`], decimal: [`${number}`, hex] }[mode.ids] || [`m${number}`, `m${number}`];
  tell('submit', {
    answer, id,
    source: pdu.source_addr, source_ton: pdu.source_addr_ton, source_npi: pdu.source_addr_npi,
    to: pdu.destination_addr, to_ton: pdu.dest_addr_ton, to_npi: pdu.dest_addr_npi,
    text: pdu.short_message.message, data_coding: pdu.data_coding, esm_class: pdu.esm_class,
    registered_delivery: pdu.registered_delivery, good_for: goodFor(pdu.validity_period),
  });
  if (answer === 'silent') return;
  if (answer === 'drop') return void session.socket.destroy();
  if (answer === 'garbage') return void session.socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
  if (answer === 'malformed') return void session.socket.write(malformed(pdu.sequence_number));
  if (answer !== 'ok') return void session.send(pdu.response({ command_status: statusOf(answer) }));
  setTimeout(() => {
    if (mode.receipts === 'early') receipt(session, pdu, receipted);
    session.send(pdu.response({ message_id: id }));
    if (!['none', 'early'].includes(mode.receipts)) receipt(session, pdu, receipted);
  }, mode.wait);
}

// For how many seconds from now it is to be delivered; null: as long as we like. The package reads both forms of a time.
function goodFor(until) {
  return until ? (until - Date.now()) / 1000 : null;
}

// An answer to a submit whose name of the message has no end.
function malformed(sequence) {
  const bytes = Buffer.alloc(20, 0x41);
  [20, 0x80000004, 0, sequence].forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
  return bytes;
}

function serve(session) {
  sessions.add(session);
  session.socket.setNoDelay(true);
  tell('connect', {});
  session.on('error', () => {});
  session.on('close', () => { sessions.delete(session); tell('close', {}); });
  for (const kind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
    session.on(kind, (pdu) => bind(session, pdu));
  }
  session.on('submit_sm', (pdu) => submit(session, pdu));
  session.on('enquire_link', (pdu) => { tell('enquire', {}); session.send(pdu.response()); });
  session.on('unbind', (pdu) => { tell('unbind', {}); session.send(pdu.response()); session.close(); });
  session.on('unknown', (pdu) => session.send(pdu.response()));
}

function told(line) {
  const { close, deliver: fields, raw, stop, ...changes } = JSON.parse(line);
  Object.assign(mode, changes);
  for (const session of sessions) {
    if (fields) deliver(session, fields);
    if (raw) session.socket.write(Buffer.from(raw, 'hex'));
    if (close) session.socket.destroy();
  }
  if (stop) process.exit(0);
  tell('told', {});
}

const tls = options.cert ? { cert: fs.readFileSync(options.cert), key: fs.readFileSync(options.key) } : {};
const server = smpp.createServer(tls, serve);
server.on('error', (error) => { process.stderr.write(`${error.message}\n`); process.exit(1); });
server.listen(options.port, '127.0.0.1', () => tell('listening', { port: server.address().port }));
readline.createInterface({ input: process.stdin }).on('line', told).on('close', () => process.exit(0));
