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
	"syscall"

	"github.com/spf13/cobra"

	"verbatim/corpus"
	"verbatim/corpus/corrections"
	"verbatim/corpus/link"
	"verbatim/corpus/news"
	"verbatim/index"
	"verbatim/ui"
	"verbatim/ui/cli"
	"verbatim/ui/report"
)

const (
	version = "0.1.0"

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
	theme     *cli.Choice
	links     *cli.Choice
}

// run carries out a command line and returns the exit code.
func (a *app) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second ctrl-c ends the program at once
	cmd := a.root()
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	return a.exitCode(err)
}

// endings returns the signals that end a run as q does, the place left off kept.
// That the terminal was closed is one, unless the program is to outlive that.
func endings() []os.Signal {
	if signal.Ignored(syscall.SIGHUP) {
		return []os.Signal{os.Interrupt, syscall.SIGTERM}
	}
	return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
}

// exitCode says an error in one line and returns its exit code.
func (a *app) exitCode(err error) int {
	if err == nil {
		return 0
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	a.tell(cli.OneLine(err))
	if u := (cli.UsageError{}); errors.As(err, &u) {
		return exitUsage
	}
	return exitFailure
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
  verbatim search '"will not" speaker:venn' articles/
  verbatim compare --format html articles/ > sheet.html`,
		Args:          cobra.ArbitraryArgs,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          a.read,
	}
	c.SetOut(a.out)
	c.SetErr(a.errs)
	c.SetVersionTemplate("verbatim {{.Version}}\n")
	c.SetFlagErrorFunc(cli.Usage)
	a.flags(c)
	c.AddCommand(a.exportCommand(), a.searchCommand(), a.compareCommand(), a.configCommand(), a.manCommand())
	cli.StrictCompletion(c)
	return c
}

// flags lays down the flags that all commands share.
func (a *app) flags(c *cobra.Command) {
	f := c.PersistentFlags()
	f.StringVar(&a.index, "index", "", "keep the index in `DIR` (default: in the XDG data folder, one for each corpus)")
	f.BoolVar(&a.noColor, "no-color", os.Getenv("NO_COLOR") != "", "no colours; the variable NO_COLOR asks for the same")
	a.theme, a.links = cli.OneOf("auto", "dark", "light"), cli.OneOf("auto", "never")
	a.theme.Flag(c, f, "theme", "colours for the terminal's background")
}

func (a *app) configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Print an example of the config file: keys and colours",
		Long:  "Prints a config file that says what the program does without one. It belongs in\n" + ui.ConfigFile(),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(a.out, ui.ExampleConfig())
			return err
		},
	}
}

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the manual page",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			page, err := cli.Manual(c.Root(), manual()...)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(a.out, page)
			return err
		},
	}
}

// manual returns what the manual page has beside the commands.
func manual() []cli.Topic {
	var out []cli.Topic
	for _, t := range ui.Topics() {
		out = append(out, cli.Topic(t))
	}
	return append(out,
		cli.Topic{Title: "Files", Lines: [][2]string{
			{corrections.FileName, "in the folder that is opened: bookmarks, notes, what was merged and split"},
			{"$XDG_CONFIG_HOME/verbatim/config.toml", "keys and colours; verbatim config prints all there are"},
			{"$XDG_STATE_HOME/verbatim/state.toml", "searches, and the place left off"},
			{"$XDG_DATA_HOME/verbatim", "the index of each corpus; may be deleted"},
		}},
		cli.Topic{Title: "Exit status", Lines: [][2]string{
			{"0", "done"}, {"1", "failure"}, {"2", "wrong usage"},
		}})
}

func (a *app) exportCommand() *cobra.Command {
	format := cli.OneOf("json", "md")
	c := &cobra.Command{
		Use:   "export [PATH…]",
		Short: "Print the briefing for a program or a colleague",
		RunE: func(c *cobra.Command, paths []string) error {
			write := report.JSON
			if format.String() == "md" {
				write = report.MarkdownFor(!a.noColor && report.OnTerminal(a.out), a.theme.String())
			}
			return a.print(c.Context(), paths, write)
		},
	}
	format.Flag(c, c.Flags(), "format", "the form of the output")
	return c
}

func (a *app) searchCommand() *cobra.Command {
	var asJSON bool
	limit := 50
	c := &cobra.Command{
		Use:   "search QUERY [PATH…]",
		Short: "Find articles and quotes",
		Long: `Finds articles and quotes and prints where each stands.

Words are ANDed and found in any form; "a phrase" exactly as it stands. OR, -not,
(groups), pre*, fuzzy~, and fields: headline: body: quote: speaker: actor: outlet:
agency: kind: relation: (relation:alarm) date:2031-03-01..2031-03-05.
A query that begins with a minus follows --.`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cli.Usage(c, errors.New("search needs a QUERY"))
			}
			f, err := a.search(c.Context(), args[0], args[1:], limit)
			if err != nil {
				return err
			}
			return a.printFound(f, asJSON)
		},
	}
	a.linksFlag(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print the hits as JSON")
	c.Flags().IntVarP(&limit, "limit", "n", limit, "print at most `N` hits")
	return c
}

// search reads the articles, brings their index up to date and asks it.
func (a *app) search(ctx context.Context, query string, paths []string, limit int) (report.Found, error) {
	found := report.Found{Query: query}
	if err := checked(query); err != nil {
		return found, err
	}
	x, err := a.openIndex(paths)
	if err != nil {
		return found, err
	}
	defer a.shut(x)
	b, err := corpus.Read(ctx, paths, corpus.Options{Cache: x, Corrections: corrections.Beside(paths)})
	if err != nil {
		return found, err
	}
	a.tell(report.Unread(b.Problems))
	if err := update(ctx, x, b); err != nil {
		return found, err
	}
	a.tell(x.Notice())
	found.Briefing = &b
	found.Results, err = x.Search(ctx, query, index.SearchOptions{Limit: limit})
	if err != nil {
		err = fmt.Errorf("query %q: %w", query, err)
	}
	return found, ofQuery(err)
}

func (a *app) compareCommand() *cobra.Command {
	format := cli.OneOf("text", "json", "md", "html", "csv")
	c := &cobra.Command{
		Use:   "compare [QUERY] [PATH…]",
		Short: "Print the same statement as each outlet printed it",
		Long: `Prints the statements that two or more outlets carry, alarms first: side by side in
a terminal of 100 columns or more, stacked in a narrower one. The other formats are
sheets to send to a colleague: each variant with outlet, headline, date, file and
line, and the words that differ marked.

A QUERY, as of search, leaves the statements with a quote that it finds. The first
argument is a PATH where a file or folder has that name; a query that is the name of
one goes in brackets: '(storm)'.`,
		Example: `  verbatim compare articles/
  verbatim compare 'speaker:venn relation:alarm' articles/
  verbatim compare --format csv articles/ > sheet.csv`,
		RunE: func(c *cobra.Command, args []string) error {
			query, paths, err := cli.QueryAndPaths(args)
			if err != nil {
				return err
			}
			return a.compare(c.Context(), query, paths, format.String())
		},
	}
	format.Flag(c, c.Flags(), "format", "the form of the output")
	a.linksFlag(c)
	return c
}

// compare reads the articles and writes the statements with quotes that the
// query finds, all of them if it is empty.
func (a *app) compare(ctx context.Context, query string, paths []string, format string) error {
	if err := checked(query); err != nil {
		return err
	}
	return a.print(ctx, paths, func(w io.Writer, b *news.Briefing) error {
		c, err := report.CompareFound(ctx, b, query)
		if err != nil {
			return ofQuery(err)
		}
		c.Title = cli.Title(paths)
		if len(paths)+len(c.Statements) == 0 {
			a.tell(fmt.Sprintf("%q is no file or folder, and finds nothing in the built-in sample", query))
		}
		if format == "text" {
			return c.Text(w, a.terminal())
		}
		return c.Write(w, format)
	})
}

// checked says what is wrong with a query before anything is read.
func checked(query string) error {
	if err := index.Check(query); err != nil {
		return ofQuery(fmt.Errorf("query %q: %w", query, err))
	}
	return nil
}

// ofQuery makes an error that concerns a query one of usage.
func ofQuery(err error) error {
	if q := (*index.QueryError)(nil); errors.As(err, &q) {
		return cli.Misused(err)
	}
	return err
}

// exportSheet writes what a screen shows as a page of the folder the program
// was started in.
func exportSheet(b *news.Briefing, s ui.Sheet) (string, error) {
	c := report.Sheet(b, s.Statements, s.Events)
	c.Title = s.Title
	return report.Save(".", s.Title, ".html", c.HTML)
}

// openIndex opens the index of a corpus: that of the built-in sample in
// memory, unless a folder is named.
func (a *app) openIndex(paths []string) (*index.Index, error) {
	return index.Open(index.Options{
		Dir:            a.index,
		Corpus:         index.CorpusKey(paths),
		InMemory:       a.index == "" && len(paths) == 0,
		ReadingVersion: corpus.Version,
	})
}

// shut closes an index. What it could not write is only read again next time.
func (a *app) shut(x *index.Index) {
	if err := x.Close(); err != nil {
		a.tell(cli.OneLine(err))
	}
}

// update makes the index hold the briefing and no more.
func update(ctx context.Context, x *index.Index, b news.Briefing) error {
	if err := x.Update(ctx, b, nil); err != nil {
		return err
	}
	return x.Prune()
}

func (a *app) printFound(f report.Found, asJSON bool) error {
	if asJSON {
		return f.JSON(a.out)
	}
	switch n := len(f.Results.Hits); {
	case n == 0:
		a.tell("nothing found")
	case n < f.Results.Total:
		a.tell(fmt.Sprintf("%d of %d hits", n, f.Results.Total))
	}
	t := a.terminal()
	if !report.OnTerminal(a.out) {
		t.Width = 0
	}
	return f.Text(a.out, t)
}

// terminal says what the output takes.
func (a *app) terminal() report.Terminal {
	on := report.OnTerminal(a.out)
	return report.Terminal{Width: report.Width(a.out), Ink: on && !a.noColor, Links: on && a.links.String() == "auto" && report.TakesLinks(os.Getenv)}
}

// linksFlag lays down the flag of the commands that cite files on a terminal.
func (a *app) linksFlag(c *cobra.Command) {
	a.links.Flag(c, c.Flags(), "links", "make the files that are cited links, where a terminal takes them")
}

// read opens the reader, or prints the briefing where there is no terminal.
func (a *app) read(c *cobra.Command, paths []string) error {
	if err := cli.Paths(c, paths); err != nil {
		return err
	}
	if !report.OnTerminal(a.out) {
		return a.print(c.Context(), paths, report.Markdown)
	}
	return a.show(c.Context(), paths)
}

// show runs the screen over what is read behind it.
func (a *app) show(ctx context.Context, paths []string) error {
	theme := a.theme.String()
	if theme == "auto" {
		theme = ""
	}
	work := ui.Work{Paths: paths, Corrections: corrections.Beside(paths), Index: func() (*index.Index, error) { return a.openIndex(paths) }, Close: a.shut}
	return work.Run(ctx, ui.Options{Title: cli.Title(paths), Corpus: index.CorpusKey(paths), Theme: theme, NoColor: a.noColor, Compare: link.Compare, Export: exportSheet})
}

// print reads the articles at paths and writes their briefing. It leaves no
// index behind unless a folder for one is named.
func (a *app) print(ctx context.Context, paths []string, write func(io.Writer, *news.Briefing) error) error {
	o := corpus.Options{Corrections: corrections.Beside(paths)}
	if a.index != "" {
		x, err := a.openIndex(paths)
		if err != nil {
			return err
		}
		defer a.shut(x)
		a.tell(x.Notice())
		o.Cache = x
	}
	b, err := corpus.Read(ctx, paths, o)
	if err != nil {
		return err
	}
	a.tell(report.Unread(b.Problems))
	return write(a.out, &b)
}

// tell says a line on the error stream, if there is anything to say.
func (a *app) tell(s string) {
	if s != "" {
		fmt.Fprintln(a.errs, "verbatim:", report.Inert(s))
	}
}
