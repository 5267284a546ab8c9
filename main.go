// Verbatim is a briefing reader for the desk editor: it reads articles and
// shows who said what, and how each outlet printed it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/ui/report"
)

// The exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
)

func main() {
	a := &app{out: os.Stdout, errs: os.Stderr}
	os.Exit(a.run(os.Args[1:]))
}

// app is one run of the program: where it writes and what the flags say.
type app struct {
	out, errs io.Writer
	index     string
	noColor   bool
	theme     string
}

// usageError is an error in the words of the command line.
type usageError struct{ error }

// run carries out a command line and returns the exit code.
func (a *app) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second ctrl-c ends the program at once
	cmd := a.root()
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	return a.exitCode(err)
}

// exitCode says an error in one line and returns its exit code.
func (a *app) exitCode(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	fmt.Fprintln(a.errs, "verbatim:", oneLine(err))
	if u := (usageError{}); errors.As(err, &u) {
		return exitUsage
	}
	return exitFailure
}

func oneLine(err error) string {
	return report.Inert(strings.Join(strings.Fields(err.Error()), " "))
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "verbatim [PATH…]",
		Short: "Who said what, and how each outlet printed it",
		Long: `Verbatim reads articles and shows who acts, what happened when, who said what,
and the same statement side by side as each outlet printed it.

PATH is a file or a folder of articles: text, Markdown, HTML pages, JSONL, plain
or gzipped. Without one the built-in sample opens. Where the output is no
terminal the briefing is printed as Markdown.`,
		Example: `  verbatim                                  the built-in sample
  verbatim articles/                        a folder in the reader
  verbatim articles/ | less                 the same as Markdown
  verbatim export --format json articles/   the same for a program
  verbatim search '"will not" speaker:venn' articles/`,
		Args:          cobra.ArbitraryArgs,
		Version:       corpus.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          a.read,
	}
	c.SetOut(a.out)
	c.SetErr(a.errs)
	c.SetVersionTemplate("verbatim {{.Version}}\n")
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{fmt.Errorf("%w (see %s --help)", err, c.CommandPath())} })
	f := c.PersistentFlags()
	f.StringVar(&a.index, "index", "", "keep the index in `DIR` (default: the XDG data folder, one a corpus)")
	f.BoolVar(&a.noColor, "no-color", os.Getenv("NO_COLOR") != "", "no colours; so does the variable NO_COLOR")
	f.StringVar(&a.theme, "theme", "auto", "`auto`, dark or light")
	c.AddCommand(a.exportCommand())
	return c
}

func (a *app) exportCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "export [--format json|md] [PATH…]",
		Short: "Print the briefing for a program or a colleague",
		RunE: func(c *cobra.Command, paths []string) error {
			write, err := writer(format)
			if err != nil {
				return err
			}
			return a.print(c.Context(), paths, write)
		},
	}
	c.Flags().StringVar(&format, "format", "json", "`json` or md")
	return c
}

// writeFunc writes a briefing in one format.
type writeFunc func(io.Writer, *news.Briefing) error

// writer returns what writes a format.
func writer(format string) (writeFunc, error) {
	switch format {
	case "json":
		return report.JSON, nil
	case "md", "markdown":
		return report.Markdown, nil
	}
	return nil, usageError{fmt.Errorf("unknown format %q: want json or md", format)}
}

// read opens the reader, or prints the briefing where there is no terminal.
func (a *app) read(c *cobra.Command, paths []string) error {
	return a.print(c.Context(), paths, report.Markdown)
}

// print reads the articles at paths and writes their briefing.
func (a *app) print(ctx context.Context, paths []string, write writeFunc) error {
	b, err := corpus.Read(ctx, paths, corpus.Options{})
	if err != nil {
		return err
	}
	a.tellProblems(b.Problems)
	return write(a.out, &b)
}

// tellProblems says on the error stream how many files could not be read; the
// briefing itself says which and why.
func (a *app) tellProblems(ps []news.Problem) {
	switch len(ps) {
	case 0:
	case 1:
		fmt.Fprintf(a.errs, "verbatim: 1 file could not be read: %s: %s\n", report.Inert(ps[0].File), report.Inert(ps[0].What))
	default:
		fmt.Fprintf(a.errs, "verbatim: %d files could not be read\n", len(ps))
	}
}
