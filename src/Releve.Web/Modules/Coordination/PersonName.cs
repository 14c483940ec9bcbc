namespace Releve.Web.Modules.Coordination;

/// <summary>How a person is called in a list, where only the names were read.</summary>
public static class PersonName
{
    /// <summary>The names, else the address.</summary>
    public static string Of(string? given, string? family, string email) =>
        (given, family) switch
        {
            (null, null) => email,
            (null, { } only) => only,
            ({ } only, null) => only,
            _ => $"{given} {family}",
        };
}
