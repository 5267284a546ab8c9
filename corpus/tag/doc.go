// Package tag holds the statistical taggers: what part of speech a token is,
// which tokens name a person, an organisation or a place, and which are the
// source, the cue and the content of an attribution.
//
// The weights are embedded; the program in tag/train makes them from openly
// licensed text. NOTICE says whose, manifest.txt which files exactly, and
// report.txt how the taggers do on the part that was held out.
package tag
