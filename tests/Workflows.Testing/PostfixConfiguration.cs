namespace Workflows.Testing;

/// <summary>
/// The two files of a private Postfix that accepts every address and delivers all of it into one maildir, but for a few that it refuses at once, and
/// one whose mail comes back, as its way leads to this very server.
/// </summary>
internal static class PostfixConfiguration
{
    /// <summary>The text of <c>main.cf</c>.</summary>
    public static string Main(string folder, UnixAccount owner, int port) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        maillog_file = {{folder}}/postfix.log
        maillog_file_prefixes = {{folder}}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.invalid
        mydestination =
        mynetworks = 127.0.0.0/8
        alias_maps =
        disable_dns_lookups = yes
        smtpd_peername_lookup = no
        smtpd_relay_restrictions = permit_mynetworks, reject
        smtpd_recipient_restrictions = check_recipient_access inline:{ { gone@refused.example = 550 5.1.1 No such user }, { busy@refused.example = 450 4.2.0 Greylisted }, { full@refused.example = 452 4.2.2 Mailbox full } }
        transport_maps = inline:{ { lost@bounced.example = smtp:[127.0.0.1]:{{port}} } }
        in_flow_delay = 0
        virtual_mailbox_domains = static:all
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = static:all/
        virtual_uid_maps = static:{{owner.UserId}}
        virtual_gid_maps = static:{{owner.GroupId}}
        virtual_mailbox_limit = 0

        """;

    /// <summary>The text of <c>master.cf</c>: only the daemons that taking in and delivering needs, none in a chroot.</summary>
    public static string Master(int port) => $"""
        127.0.0.1:{port} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        smtp unix - - n - - smtp
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
