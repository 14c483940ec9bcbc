namespace Releve.Core.Publishing;

/// <summary>Which clock a commune lives by: metropolitan France and Belgium share one, the overseas départements have their own.</summary>
public static class PlaceClock
{
    /// <summary>The IANA name of the time zone of a commune's code.</summary>
    public static string Of(string communeCode) =>
        communeCode switch
        {
            ['B', 'E', '-', ..] => "Europe/Brussels",
            ['F', 'R', '-', '9', '7', '1', ..] => "America/Guadeloupe",
            ['F', 'R', '-', '9', '7', '2', ..] => "America/Martinique",
            ['F', 'R', '-', '9', '7', '3', ..] => "America/Cayenne",
            ['F', 'R', '-', '9', '7', '4', ..] => "Indian/Reunion",
            ['F', 'R', '-', '9', '7', '6', ..] => "Indian/Mayotte",
            _ => "Europe/Paris",
        };
}
