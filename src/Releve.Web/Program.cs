using Releve.Web.Start;

try
{
    return args switch
    {
        ["admin", .. var rest] => await Releve.Web.Admin.AdminCommands.RunAsync(rest),
        ["start", .. var rest] => await StartCommand.RunAsync(rest),
        _ => await StartCommand.RunAsync(args),
    };
}
catch (Exception problem) when (problem is SiteProblem or FormatException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
