namespace Releve.Web.Admin;

/// <summary>One command of `./releve admin`.</summary>
/// <param name="Words">How it is called: ["import", "organisations"].</param>
/// <param name="Arguments">What follows, as its help shows it.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Help">The rest of its help.</param>
/// <param name="RunAsync">Runs it on what follows; the result is the process's exit status.</param>
public sealed record AdminCommand(IReadOnlyList<string> Words, string Arguments, string Summary, string Help, Func<IReadOnlyList<string>, Task<int>> RunAsync)
{
    /// <summary>True when the command line calls this command.</summary>
    public bool IsCalledBy(IReadOnlyList<string> args) => args.Take(Words.Count).SequenceEqual(Words);

    /// <summary>How it is called, as its help shows it.</summary>
    public string Usage => $"./releve admin {string.Join(' ', Words)} {Arguments}";
}
