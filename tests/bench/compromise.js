// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Hearsay developers
//
// The peer in tests/bench/compare-compromise: quotations() and people() of the npm
// package compromise for every line of JSON on standard input. Prints how many it
// found, so that nothing of the work can be left out. NODE_PATH says where the package is.
const nlp = require('compromise')
const lines = require('fs').readFileSync(0, 'utf8').split('\n')
let quotations = 0
let people = 0
for (const line of lines) {
  if (line === '') continue
  const document = nlp(JSON.parse(line).text)
  quotations += document.quotations().json().length
  people += document.people().json().length
}
console.log(`${quotations} quotations, ${people} people`)
