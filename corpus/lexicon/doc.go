// Package lexicon holds embedded word lists: cue verbs, titles, months,
// countries, furniture phrases. It knows words, not articles, and imports
// nothing of this project.
package lexicon
