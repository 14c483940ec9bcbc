namespace Releve.Web.Admin;

/// <summary>`./releve admin …`: one line per command, each in a file of its own.</summary>
public static class AdminCommands
{
    /// <summary>Runs a command; the result is the process's exit status.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> args)
    {
        Console.Error.WriteLine($"There is no admin command \"{string.Join(' ', args)}\". Try: ./releve admin --help");
        return Task.FromResult(2);
    }
}
