using Releve.Core.Notifications;

namespace Releve.Core.Tests.Notifications;

/// <summary>Seven in the morning, by the clock of France and Belgium, whatever the season.</summary>
public sealed class DigestTimesTests
{
    [Theory]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23T06:00:00Z", "2026-11-23T06:00:00Z")] // Monday, seven sharp in winter
    [InlineData("2026-11-23T05:59:59Z", "2026-11-22T06:00:00Z", "2026-11-16T06:00:00Z")] // a second before
    [InlineData("2026-11-22T23:30:00Z", "2026-11-22T06:00:00Z", "2026-11-16T06:00:00Z")] // Monday already there, but before seven
    [InlineData("2026-07-15T05:00:00Z", "2026-07-15T05:00:00Z", "2026-07-13T05:00:00Z")] // Wednesday in summer
    [InlineData("2026-03-29T05:00:00Z", "2026-03-29T05:00:00Z", "2026-03-23T06:00:00Z")] // the night before, clocks went forward
    [InlineData("2026-10-25T05:30:00Z", "2026-10-24T05:00:00Z", "2026-10-19T05:00:00Z")] // clocks went back: seven is an hour later
    [InlineData("2026-10-25T06:00:00Z", "2026-10-25T06:00:00Z", "2026-10-19T05:00:00Z")]
    public void The_last_ones(string now, string daily, string weekly) => DigestTimes.Before(At(now)).ShouldBe(new DigestTimes(At(daily), At(weekly)));

    private static DateTime At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
